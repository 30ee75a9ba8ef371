package org.serviceexchange.webapps.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.serviceexchange.platform.engine.ProblemUnwrappingInterceptor;
import org.serviceexchange.platform.problem.Problem;

/** The engine's API answers 500 to what it does not know; a refusal of this application has a status of its own. */
class RefusalStatus extends HttpServletResponseWrapper {

    private final HttpServletRequest request;

    RefusalStatus(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void setStatus(int status) {
        boolean unknown = status == SC_INTERNAL_SERVER_ERROR;
        super.setStatus(
                unknown && request.getAttribute(ProblemUnwrappingInterceptor.REFUSAL) instanceof Problem problem
                        ? problem.code().status()
                        : status);
    }
}
