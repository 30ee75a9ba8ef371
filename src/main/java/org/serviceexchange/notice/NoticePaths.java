package org.serviceexchange.notice;

/** Where the pages of notices stand. */
public final class NoticePaths {

    /** The page on which users choose what they hear. */
    public static final String PAGE = "/notices";

    private NoticePaths() {}
}
