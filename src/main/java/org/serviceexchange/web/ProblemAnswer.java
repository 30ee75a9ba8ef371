package org.serviceexchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.serviceexchange.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Answers with a problem: a page for browsers, a problem document for everything else. */
@Component
class ProblemAnswer {

    private static final String START = "/";

    private final Clock clock;
    private final PageFrames frames;

    ProblemAnswer(Clock clock, PageFrames frames) {
        this.clock = clock;
        this.frames = frames;
    }

    Object to(HttpServletRequest request, Problem problem) {
        return wantsPage(request) ? page(request, problem) : document(problem);
    }

    private ResponseEntity<ProblemDocument> document(Problem problem) {
        return ResponseEntity.status(problem.code().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDocument.of(problem, clock.instant()));
    }

    private ModelAndView page(HttpServletRequest request, Problem problem) {
        PageFrame frame = frames.of(request);
        boolean sent = !HttpMethod.GET.matches(request.getMethod());
        Map<String, Object> model =
                Map.of(PageFrames.NAME, frame, "problem", problem, "back", sent ? frame.address() : START);
        return new ModelAndView(
                "problem", model, HttpStatusCode.valueOf(problem.code().status()));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
