/**
 * How a member may be addressed, and what they agreed to, with the history of both. Its entry points are
 * {@link dev.lodestone.recall.contacts.ContactService} and the resource of consents. It holds the only personal data of this service; nobody
 * copies it. It calls no other package.
 */
@NullMarked
package dev.lodestone.recall.contacts;

import org.jspecify.annotations.NullMarked;
