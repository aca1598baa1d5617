/**
 * How much an operator or a system may move by hand without a second person, in one request and in a day. What is more becomes a proposal.
 * It may call approvals and the account.
 */
@NullMarked
package dev.lodestone.points.limits;

import org.jspecify.annotations.NullMarked;
