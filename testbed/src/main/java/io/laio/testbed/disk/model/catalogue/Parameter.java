package io.laio.testbed.disk.model.catalogue;

/**
 * A value of a device model, with where it comes from.
 *
 * @param value a number, a word, or true or false, as text
 * @param mark S stated on the study's slides, P in the paper, V in the vendor's own document, D derived from others, R recalled
 *     and unverified, U unknown and therefore assumed
 * @param source what says so
 * @param where the file or the override that it stands in, for messages
 */
public record Parameter(String value, String mark, String source, String where) {}
