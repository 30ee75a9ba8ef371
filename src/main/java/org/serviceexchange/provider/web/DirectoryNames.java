package org.serviceexchange.provider.web;

import java.util.HashMap;
import java.util.Map;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;

/** Display names of ids, each looked up once per page. */
final class DirectoryNames {

    private final Directory directory;
    private final Users users;
    private final Map<String, String> companies = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();

    DirectoryNames(Directory directory, Users users) {
        this.directory = directory;
        this.users = users;
    }

    String company(String id) {
        if (companies.isEmpty()) {
            directory.companies().forEach(company -> companies.put(company.id(), company.name()));
        }
        return companies.getOrDefault(id, id);
    }

    String person(String id) {
        return people.computeIfAbsent(
                id,
                unknown -> directory
                        .contact(id)
                        .map(Contact::displayName)
                        .or(() -> users.find(id).map(User::displayName))
                        .orElse(id));
    }
}
