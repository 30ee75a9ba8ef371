package org.serviceexchange.connection.heartbeat.web;

import org.serviceexchange.connection.heartbeat.AnswerHeartbeat;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes heartbeats and the question "who are you" of the other sides of connections. */
@RestController
class HeartbeatController {

    private final AnswerHeartbeat answerHeartbeat;

    HeartbeatController(AnswerHeartbeat answerHeartbeat) {
        this.answerHeartbeat = answerHeartbeat;
    }

    @PostMapping(
            path = ProtocolPaths.HEARTBEATS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] answer(@RequestBody byte[] message) {
        return answerHeartbeat.answer(message);
    }
}
