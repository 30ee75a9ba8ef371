package org.serviceexchange.provider.web;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.engine.TaskFacts;
import org.serviceexchange.platform.engine.TaskFacts.Detail;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Data for the forms of a registration's tasks in Tasklist. */
@RestController
class RegistrationTaskData {

    private final Registrations registrations;
    private final Directory directory;
    private final Users users;

    RegistrationTaskData(Registrations registrations, Directory directory, Users users) {
        this.registrations = registrations;
        this.directory = directory;
        this.users = users;
    }

    @GetMapping("/registrations/{number}/task")
    TaskFacts snapshot(@PathVariable String number, Locale language) {
        Registration registration = registrations.get(number);
        var request = registration.request();
        DirectoryNames names = new DirectoryNames(directory, users);
        return TaskFacts.of(
                List.of(
                        Detail.of("tasklist.fact.company", language, names.company(request.companyId())),
                        Detail.of("tasklist.fact.contact", language, names.person(request.contactId())),
                        Detail.of("tasklist.fact.url", language, request.shownUrl()),
                        Detail.of("tasklist.fact.requestedBy", language, names.person(request.requestedBy()))),
                registration.snapshot().findings(),
                language);
    }
}
