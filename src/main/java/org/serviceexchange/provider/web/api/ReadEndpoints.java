package org.serviceexchange.provider.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPage;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.api.web.PageQuery;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for listing and reading registrations. */
@RestController
@RequestMapping(path = ApiPaths.REGISTRATIONS, produces = APPLICATION_JSON_VALUE)
class ReadEndpoints {

    private final Registrations registrations;
    private final RegistrationPages pages;
    private final RegistrationResources resources;
    private final Journal journal;
    private final ApiResponses responses;

    ReadEndpoints(
            Registrations registrations,
            RegistrationPages pages,
            RegistrationResources resources,
            Journal journal,
            ApiResponses responses) {
        this.registrations = registrations;
        this.pages = pages;
        this.resources = resources;
        this.journal = journal;
        this.responses = responses;
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale language) {
        PageQuery query = PageQuery.of(limit, cursor);
        List<Registration> found =
                pages.registrations(PageQuery.state(RegistrationState.class, state), query.before(), query.limit() + 1);
        return responses.ok(
                ApiPage.of(found, query, resources.ofAll(found, language), RegistrationResource::number), language);
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> read(@PathVariable String number, Locale language) {
        return responses.ok(resources.of(registrations.get(number), language), language);
    }

    @GetMapping("/{number}/journal")
    ResponseEntity<byte[]> journal(@PathVariable String number, Locale language) {
        registrations.get(number);
        journal.verify(number);
        return responses.ok(JournalResource.of(journal.entries(number), language), language);
    }
}
