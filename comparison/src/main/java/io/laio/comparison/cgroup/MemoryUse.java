package io.laio.comparison.cgroup;

/**
 * What a group's memory is used for.
 *
 * @param ownBytes anonymous memory, shared memory and the kernel's memory on the group's behalf (page tables, open
 *     files, names): what no reclaim of documents gives back
 * @param pageCacheBytes pages of files
 */
public record MemoryUse(long ownBytes, long pageCacheBytes) {}
