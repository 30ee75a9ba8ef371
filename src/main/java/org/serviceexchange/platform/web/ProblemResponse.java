package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.web.RecordedRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Responds with a problem: a page for browsers, a problem document for all other clients. */
@Component
class ProblemResponse {

    private static final String START = "/";

    /** Who is not known, who may not, and who tries too often. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    private final Clock clock;
    private final PageFrames frames;

    ProblemResponse(Clock clock, PageFrames frames) {
        this.clock = clock;
        this.frames = frames;
    }

    Object to(HttpServletRequest request, Problem problem) {
        return to(request, problem, HttpHeaders.EMPTY);
    }

    /** With additional headers, such as {@code Allow}, which are sent with documents only. */
    Object to(HttpServletRequest request, Problem problem, HttpHeaders headers) {
        if (REFUSALS.contains(problem.code().status())) {
            RecordedRefusal.of(request, problem.code().code());
        }
        if (ApiRequest.marked(request)) {
            return documentInTheirLanguage(request, problem, headers);
        }
        return wantsPage(request) ? page(request, problem) : document(problem, Languages.DEFAULT);
    }

    private ResponseEntity<ProblemDocument> documentInTheirLanguage(
            HttpServletRequest request, Problem problem, HttpHeaders headers) {
        Locale language = Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ResponseEntity<ProblemDocument> document = document(problem, language);
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.putAll(document.getHeaders());
        all.setContentLanguage(language);
        all.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        if (problem.code().retry()) {
            all.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return new ResponseEntity<>(document.getBody(), all, document.getStatusCode());
    }

    private ResponseEntity<ProblemDocument> document(Problem problem, Locale language) {
        return ResponseEntity.status(problem.code().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDocument.of(problem, language, clock.instant()));
    }

    private ModelAndView page(HttpServletRequest request, Problem problem) {
        PageFrame frame = frames.of(request);
        boolean sent = !HttpMethod.GET.matches(request.getMethod());
        Map<String, Object> model = new HashMap<>(
                Map.of(PageFrames.NAME, frame, "problem", problem, "back", sent ? frame.address() : START));
        if (problem.code() == ProblemCode.PAGE_EXPIRED) {
            PageBefore.path(request).ifPresent(path -> model.put("again", path));
        }
        if (request.getAttribute(PageAccessDeniedHandler.WAY_ON) instanceof PageAccessDeniedHandler.WayOn way) {
            way.address().ifPresent(address -> model.put("wayOn", address));
        }
        return new ModelAndView(
                "problem", model, HttpStatusCode.valueOf(problem.code().status()));
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
