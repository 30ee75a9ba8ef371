package org.serviceexchange.connection.rotation.web;

import org.serviceexchange.connection.rotation.AnswerRotation;
import org.serviceexchange.connection.rotation.AnswerRotationRequest;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receives the messages of a rotation: M1 and M3 at the provider, the request for one at the consumer. */
@RestController
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class RotationController {

    private final AnswerRotation answerRotation;
    private final AnswerRotationRequest answerRequest;

    RotationController(AnswerRotation answerRotation, AnswerRotationRequest answerRequest) {
        this.answerRotation = answerRotation;
        this.answerRequest = answerRequest;
    }

    @PostMapping(ProtocolPaths.ROTATIONS)
    byte[] answer(@PathVariable String registration, @RequestBody byte[] m1) {
        return answerRotation.answer(registration, m1);
    }

    @PostMapping(ProtocolPaths.ROTATION_CONFIRMATIONS)
    byte[] confirm(@PathVariable String registration, @RequestBody byte[] m3) {
        return answerRotation.confirm(registration, m3);
    }

    @PostMapping(ProtocolPaths.ROTATION_REQUESTS)
    byte[] asked(@RequestBody byte[] request) {
        return answerRequest.answer(request);
    }
}
