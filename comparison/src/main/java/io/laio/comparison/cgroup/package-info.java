/**
 * Control groups: the memory account, the memory limit, the CPU time and the CPU set of one contestant.
 *
 * <p>Both versions of the kernel's interface are behind {@link io.laio.comparison.cgroup.ProcessGroup}; which one a machine
 * offers is found by {@link io.laio.comparison.cgroup.CgroupDetector}. Sources:
 * {@code Documentation/admin-guide/cgroup-v1/memory.rst} and {@code Documentation/admin-guide/cgroup-v2.rst} of Linux 6.18.
 */
@NullMarked
package io.laio.comparison.cgroup;

import org.jspecify.annotations.NullMarked;
