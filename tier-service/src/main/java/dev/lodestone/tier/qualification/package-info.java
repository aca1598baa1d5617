/**
 * Decides the levels of members: keeps the facts that bring growth, decides as events and time come, and publishes each change. Points that can
 * be spent do not belong here. Its entry points are {@link dev.lodestone.tier.qualification.QualificationService} and, for reading, {@link
 * dev.lodestone.tier.qualification.DecisionService}. It calls {@code membership}, {@code tiersets}, {@code versions},
 * {@code jobs}, {@code awards}, {@code growth}, {@code history} and
 * {@code notices}.
 */
@NullMarked
package dev.lodestone.tier.qualification;

import org.jspecify.annotations.NullMarked;
