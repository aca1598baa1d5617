/** What the brand knows of people. The brand's CRM and its apps publish it on the topic {@code members}. */
@NullMarked
package dev.lodestone.events.members;

import org.jspecify.annotations.NullMarked;
