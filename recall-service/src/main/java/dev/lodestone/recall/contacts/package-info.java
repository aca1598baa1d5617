/**
 * Contact data and consent of members, with the history of both. Its entry points are
 * {@link dev.lodestone.recall.contacts.ContactService} and the resource of consents. It holds the only personal data of this service; no
 * other package copies it. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.recall.contacts;

import org.jspecify.annotations.NullMarked;
