package org.serviceexchange.connection.newcontact.web;

import org.serviceexchange.connection.newcontact.AnswerContactQuestion;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receives questions of consumers for their contact. */
@RestController
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class ContactController {

    private final AnswerContactQuestion answerQuestion;

    ContactController(AnswerContactQuestion answerQuestion) {
        this.answerQuestion = answerQuestion;
    }

    @PostMapping(ProtocolPaths.CONTACTS)
    byte[] asked(@RequestBody byte[] question) {
        return answerQuestion.answer(question);
    }
}
