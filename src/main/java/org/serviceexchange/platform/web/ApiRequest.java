package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Marks requests of programs: whatever fails is answered with a document, never a page, in a language they accept. */
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
