package io.laio;

/** Every pair of an engine and a laziness: a raw call answers the same in all of them. */
enum CallSetting {
    RING_DIRECT(Engine.RING, Laziness.DIRECT),
    RING_RING(Engine.RING, Laziness.RING),
    RING_OFF(Engine.RING, Laziness.OFF),
    WORKERS_DIRECT(Engine.WORKERS, Laziness.DIRECT),
    WORKERS_RING(Engine.WORKERS, Laziness.RING),
    WORKERS_OFF(Engine.WORKERS, Laziness.OFF);

    final Engine engine;
    final Laziness laziness;

    CallSetting(Engine engine, Laziness laziness) {
        this.engine = engine;
        this.laziness = laziness;
    }

    LaioOptions options() {
        return LaioOptions.DEFAULTS.withEngine(engine).withLaziness(laziness);
    }
}
