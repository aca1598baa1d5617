/** The rules that every module keeps: arrows, sizes and tables of its packages; settings and endpoints as its documents say. */
@NullMarked
package dev.lodestone.testkit.architecture;

import org.jspecify.annotations.NullMarked;
