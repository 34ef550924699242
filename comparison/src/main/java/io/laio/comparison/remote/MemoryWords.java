package io.laio.comparison.remote;

import io.laio.comparison.plan.ByteSize;

/** Says that a container has too little memory, and what to do about it. */
final class MemoryWords {
    private MemoryWords() {}

    static String tooLittle(String server, ContainerFacts facts, long budgetBytes, long ownBytes) {
        return "the container of " + server + " may use " + ByteSize.describe(facts.memoryLimitBytes())
                + " of memory: too little for " + ByteSize.describe(budgetBytes) + " of page cache and "
                + ByteSize.describe(ownBytes)
                + " of its own; raise LAIO_MEMORY_LIMIT, or compare with a smaller --memory or --scale";
    }
}
