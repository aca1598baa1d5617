/**
 * Pages of lists: {@link dev.lodestone.platform.paging.Page}, and the {@link dev.lodestone.platform.paging.Cursor} that leads from one page
 * to the next. It calls {@code problem}.
 */
@NullMarked
package dev.lodestone.platform.paging;

import org.jspecify.annotations.NullMarked;
