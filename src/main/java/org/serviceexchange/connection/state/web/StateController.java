package org.serviceexchange.connection.state.web;

import org.serviceexchange.connection.state.AnswerState;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers questions about states. */
@RestController
class StateController {

    private final AnswerState answerState;

    StateController(AnswerState answerState) {
        this.answerState = answerState;
    }

    @PostMapping(
            path = ProtocolPaths.STATE,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] answer(@RequestBody byte[] question) {
        return answerState.answer(question);
    }
}
