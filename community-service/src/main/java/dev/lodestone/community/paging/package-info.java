/** Pages of lists, and the cursors that lead from one page to the next. It calls no other package of the service. */
@NullMarked
package dev.lodestone.community.paging;

import org.jspecify.annotations.NullMarked;
