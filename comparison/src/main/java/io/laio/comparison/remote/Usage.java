package io.laio.comparison.remote;

/**
 * What runs in a container has used.
 *
 * @param cpuMicros processor time of everything there but the agent, of which only differences mean something
 * @param helperProportionalBytes the helper processes' memory
 * @param helperOwnBytes of that, what belongs to no file
 * @param agentBytes the agent's own memory, without its ballast
 */
record Usage(long cpuMicros, long helperProportionalBytes, long helperOwnBytes, long agentBytes) {}
