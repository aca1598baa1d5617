/**
 * Long work in pages, of any kind: a row that is requested once, worked on by any replica page by page under a claim, looked up and cancelled
 * (ADR 22). It does not interpret the work: each kind is a {@link dev.lodestone.tier.jobs.JobPageService}. Its entry point is {@link
 * dev.lodestone.tier.jobs.JobService}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.tier.jobs;

import org.jspecify.annotations.NullMarked;
