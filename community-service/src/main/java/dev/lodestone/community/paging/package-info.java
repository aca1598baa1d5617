/** How lists are cut into pages: the cursor that a client hands back, and the page itself. It calls no other room. */
@NullMarked
package dev.lodestone.community.paging;

import org.jspecify.annotations.NullMarked;
