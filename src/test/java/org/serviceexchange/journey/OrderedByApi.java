package org.serviceexchange.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Registrations that a program creates; repeated after a failure with the same key, so that there is one only. */
record OrderedByApi(Pair pair, String token, HttpClient http) implements PersistentContact.Start {

    private static final ObjectMapper JSON = new ObjectMapper();

    OrderedByApi(Pair pair, String token) {
        this(pair, token, HttpClient.newHttpClient());
    }

    @Override
    public String of(String company, String contact) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(pair.provider().at("/api/v1/registrations"))
                        .timeout(Await.PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "order-of-" + contact)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                                "companyId",
                                company,
                                "contactId",
                                contact,
                                "consumerUrl",
                                pair.consumer().address().toString()))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String number = JSON.readTree(answer.body()).path("number").asText();
        if (number.isEmpty()) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return number;
    }
}
