package org.serviceexchange.connection.signature.web;

import org.serviceexchange.connection.signature.AnswerKeyAnnouncement;
import org.serviceexchange.connection.signature.AnswerKeyQuestion;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receives announcements of new signature keys, and questions for the proof of this instance's own. */
@RestController
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class SignatureKeyController {

    private final AnswerKeyAnnouncement answerAnnouncement;
    private final AnswerKeyQuestion answerQuestion;

    SignatureKeyController(AnswerKeyAnnouncement answerAnnouncement, AnswerKeyQuestion answerQuestion) {
        this.answerAnnouncement = answerAnnouncement;
        this.answerQuestion = answerQuestion;
    }

    @PostMapping(ProtocolPaths.SIGNATURE_KEYS)
    byte[] announced(@RequestBody byte[] announcement) {
        return answerAnnouncement.answer(announcement);
    }

    @PostMapping(ProtocolPaths.SIGNATURE_KEY_QUESTIONS)
    byte[] asked(@RequestBody byte[] question) {
        return answerQuestion.answer(question);
    }
}
