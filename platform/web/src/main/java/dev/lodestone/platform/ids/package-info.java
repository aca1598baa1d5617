/** Makes ids: {@link dev.lodestone.platform.ids.Ids}. Pure rules do not call it; their callers pass ids in. It calls no other package. */
@NullMarked
package dev.lodestone.platform.ids;

import org.jspecify.annotations.NullMarked;
