package org.serviceexchange.platform.problem;

/** An exception that says as data what is wrong, so that it can be kept and read in any language. */
public interface ExplainedFailure {

    /** The code and its arguments. */
    Finding finding();
}
