package org.serviceexchange.connection.address.web;

import org.serviceexchange.connection.address.AnswerAddressQuestion;
import org.serviceexchange.connection.address.AnswerAnnouncement;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receives announcements of new addresses, and questions at this instance's own address. */
@RestController
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class AddressController {

    private final AnswerAnnouncement answerAnnouncement;
    private final AnswerAddressQuestion answerQuestion;

    AddressController(AnswerAnnouncement answerAnnouncement, AnswerAddressQuestion answerQuestion) {
        this.answerAnnouncement = answerAnnouncement;
        this.answerQuestion = answerQuestion;
    }

    @PostMapping(ProtocolPaths.ADDRESSES)
    byte[] announced(@RequestBody byte[] announcement) {
        return answerAnnouncement.answer(announcement);
    }

    @PostMapping(ProtocolPaths.ADDRESS_QUESTIONS)
    byte[] asked(@RequestBody byte[] question) {
        return answerQuestion.answer(question);
    }
}
