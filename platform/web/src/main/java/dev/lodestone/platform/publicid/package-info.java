/**
 * The ids under which members are shown to each other. Its entry point is {@link dev.lodestone.platform.publicid.PublicIds}. It calls no
 * other package.
 */
@NullMarked
package dev.lodestone.platform.publicid;

import org.jspecify.annotations.NullMarked;
