/**
 * The path under which administrators read who did what in this service. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.tier.audittrail;

import org.jspecify.annotations.NullMarked;
