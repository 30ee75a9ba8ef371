package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Marks requests of programs: errors are always sent as a problem document, never as a page, in a language that the
 * program accepts.
 */
public final class ApiRequest {

    private static final String MARK = ApiRequest.class.getName();

    private ApiRequest() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean marked(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
