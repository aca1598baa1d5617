/** Alarms: problems that an operator must look at soon. Its entry point is {@link dev.lodestone.platform.alarm.Alarms}. It calls no other package. */
@NullMarked
package dev.lodestone.platform.alarm;

import org.jspecify.annotations.NullMarked;
