package org.serviceexchange.connection.contact.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.LineHealth;
import org.serviceexchange.platform.message.DateTimeFormats;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.problem.ProblemTexts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the form "Restore contact" in Tasklist shows of the heartbeats, in the language of the reader. */
@RestController
class ContactTaskData {

    /** Stands for what a case names, which is not kept. */
    private static final Object[] NAMED = {"…", "…", "…", "…"};

    private final Heartbeats heartbeats;

    ContactTaskData(Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
    }

    @GetMapping(path = "/heartbeats/{subject}/contact", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Data> read(@PathVariable String subject, Locale language) {
        return ResponseEntity.of(heartbeats.of(subject).map(health -> data(health, language)));
    }

    private static Data data(LineHealth health, Locale language) {
        Instant provedAt = health.row().sent().provedAt();
        String failure = health.row().sent().failure();
        Optional<ProblemCode> code = failure == null ? Optional.empty() : ProblemTexts.known(failure);
        return new Data(
                Messages.of("heartbeat.state." + health.state(), language),
                provedAt == null ? "" : DateTimeFormats.inWords(provedAt, language),
                health.row().sent().failures(),
                failure,
                code.map(known -> new Problem(known, NAMED).cause(language)).orElse(""),
                code.map(known -> new Problem(known, NAMED).solution(language)).orElse(""));
    }

    /**
     * As JSON.
     *
     * @param state how the heartbeats go
     * @param answered when the other side answered last; empty before the first time
     * @param failures how often it has not since
     * @param code of the last failure; null if there is none
     * @param cause of the last failure, in words
     * @param solution of the last failure, in words
     */
    record Data(
            String state,
            String answered,
            int failures,
            @Nullable String code,
            String cause,
            String solution) {}
}
