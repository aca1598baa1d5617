/**
 * How a member may be addressed, and when they were last seen. Its door is {@link dev.lodestone.recall.contacts.ContactService}. It holds the
 * only personal data of this service; nobody copies it. It calls no other room.
 */
@NullMarked
package dev.lodestone.recall.contacts;

import org.jspecify.annotations.NullMarked;
