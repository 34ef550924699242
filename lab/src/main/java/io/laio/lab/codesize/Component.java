package io.laio.lab.codesize;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a line of code is for; the first three are those that the paper sets apart (PAPER.md section 3). */
public enum Component {
    /** Making the content of files sendable. */
    @JsonProperty("file-read")
    FILE_READ("File read"),
    /** From a request's path to an open file and its metadata. */
    @JsonProperty("name-conversion")
    NAME_CONVERSION("Name conversion"),
    /** What remembers which part of a response was not sent yet, and goes on with it. */
    @JsonProperty("partial-write-state")
    PARTIAL_WRITE_STATE("Partial-write state"),
    /** Everything else of a server. */
    @JsonProperty("rest")
    REST("Rest"),
    /** The binding to the kernel, which every server needs. */
    @JsonProperty("binding")
    BINDING("Linux binding"),
    /** The library that makes calls lazily asynchronous. */
    @JsonProperty("library")
    LIBRARY("The laio library");

    private final String label;

    Component(String label) {
        this.label = label;
    }

    /**
     * Its row's heading.
     *
     * @return a few words
     */
    public String label() {
        return label;
    }
}
