/** The architecture rules that every module keeps: arrows, sizes and tables of its packages. */
@NullMarked
package dev.lodestone.testkit.architecture;

import org.jspecify.annotations.NullMarked;
