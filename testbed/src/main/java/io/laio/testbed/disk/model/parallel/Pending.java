package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceRequest;

/**
 * A request on its way.
 *
 * @param request what was asked
 * @param doneAtNanos when it is done
 * @param number how many arrived before: of two that are done at the same time the earlier is first
 */
record Pending(DeviceRequest request, long doneAtNanos, long number) {}
