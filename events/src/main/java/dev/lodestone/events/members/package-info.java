/** Facts about people, told by the brand's CRM or its apps on the topic {@code members}. */
@NullMarked
package dev.lodestone.events.members;

import org.jspecify.annotations.NullMarked;
