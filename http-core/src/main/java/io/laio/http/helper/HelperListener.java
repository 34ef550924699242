package io.laio.http.helper;

/** Hears of one helper; called on the loop, from its dispatch. */
public interface HelperListener {
    /**
     * The helper is ready for its first request.
     *
     * @param helper the helper
     */
    void started(Helper helper);

    /**
     * The helper has carried out the request that it was given last. No content crosses, only how it went: the loop repeats the
     * call itself, which should not have to wait any more.
     *
     * @param result 0 or more, or a negated error number, as of {@link HelperWork}
     */
    void done(int result);

    /**
     * The helper could not be started, or it has died: the last call, except that after {@link Helper#retire} there is none at
     * all. A request that it was given is answered by nobody.
     *
     * @param why in words that can follow "a helper was lost: ", with the remedy if it could not be started
     */
    void lost(String why);

    /** The helper that was given up is gone: the last call. */
    void ended();
}
