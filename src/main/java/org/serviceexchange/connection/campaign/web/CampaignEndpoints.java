package org.serviceexchange.connection.campaign.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.Idempotency;
import org.serviceexchange.api.IdempotencyRecord;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.api.web.IdempotencyKey;
import org.serviceexchange.connection.campaign.CampaignInView;
import org.serviceexchange.connection.campaign.CampaignPlan;
import org.serviceexchange.connection.campaign.CampaignSteps;
import org.serviceexchange.connection.campaign.RunCampaign;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for the rotation of the keys of many connections: how far it is, and to start and stop it. */
@RestController
@RequestMapping(path = ApiPaths.CAMPAIGN, produces = APPLICATION_JSON_VALUE)
class CampaignEndpoints {

    private final RunCampaign runCampaign;
    private final CampaignSteps steps;
    private final CampaignInView inView;
    private final Idempotency idempotency;
    private final ApiPaths paths;
    private final ApiResponses responses;

    CampaignEndpoints(
            RunCampaign runCampaign,
            CampaignSteps steps,
            CampaignInView inView,
            Idempotency idempotency,
            ApiPaths paths,
            ApiResponses responses) {
        this.runCampaign = runCampaign;
        this.steps = steps;
        this.inView = inView;
        this.idempotency = idempotency;
        this.paths = paths;
        this.responses = responses;
    }

    /**
     * The request body.
     *
     * @param connections numbers of the connections; empty for all
     */
    record WantedCampaign(int canaries, int perHour, int stopAfter, List<String> connections) {

        WantedCampaign {
            connections = List.copyOf(connections);
        }

        CampaignPlan plan() {
            return CampaignPlan.of(
                    String.valueOf(canaries),
                    String.valueOf(perHour),
                    String.valueOf(stopAfter),
                    String.join(" ", connections));
        }
    }

    @GetMapping
    ResponseEntity<byte[]> show(Locale language) {
        return responses.ok(CampaignResource.of(inView.now()), language);
    }

    /** Goes on after the response. The key makes sure that a repetition after the end starts no second one. */
    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> start(
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String idempotencyKey,
            @RequestBody(required = false) byte @Nullable [] body,
            Principal service) {
        String key = IdempotencyKey.of(idempotencyKey);
        WantedCampaign wanted = responses.read(body, WantedCampaign.class);
        CampaignPlan plan = wanted.plan();
        IdempotencyRecord response =
                idempotency.execute(service.getName(), key, ApiPaths.CAMPAIGN + responses.canonical(wanted), () -> {
                    if (!runCampaign.start(service.getName(), plan)) {
                        throw new Problem(ProblemCode.CAMPAIGN_RUNNING);
                    }
                    return responses.created(paths.address(ApiPaths.CAMPAIGN), CampaignResource.of(inView.now()));
                });
        steps.start();
        return responses.kept(response, Languages.DEFAULT);
    }

    /** Has no effect if none runs; who was asked already gets new keys all the same. */
    @PostMapping("/stop")
    ResponseEntity<byte[]> stop(Locale language) {
        runCampaign.stop();
        return responses.ok(CampaignResource.of(inView.now()), language);
    }
}
