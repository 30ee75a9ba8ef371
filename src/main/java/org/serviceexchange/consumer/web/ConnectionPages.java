package org.serviceexchange.consumer.web;

import java.util.Locale;
import org.serviceexchange.connection.heartbeat.web.HealthCards;
import org.serviceexchange.connection.overview.web.LivingCards;
import org.serviceexchange.connection.state.Inquiries;
import org.serviceexchange.connection.state.Inquiries.Heard;
import org.serviceexchange.connection.state.PeerQuestions;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.web.Thumbprints;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of each provider connection. */
@Controller
@RequestMapping("/connections")
class ConnectionPages {

    private final ConnectionModel shown;
    private final Directory directory;
    private final InstanceKeys keys;
    private final Journal journal;
    private final Inquiries inquiries;
    private final PeerQuestions questions;
    private final HealthCards healthCards;
    private final LivingCards livingCards;

    ConnectionPages(
            ConnectionModel shown,
            Directory directory,
            InstanceKeys keys,
            Journal journal,
            Inquiries inquiries,
            PeerQuestions questions,
            HealthCards healthCards,
            LivingCards livingCards) {
        this.livingCards = livingCards;
        this.healthCards = healthCards;
        this.inquiries = inquiries;
        this.questions = questions;
        this.journal = journal;
        this.shown = shown;
        this.directory = directory;
        this.keys = keys;
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Locale language, Model model) {
        ProviderConnection connection = shown.show(number, language, model);
        Journal.Reading read = journal.read(number);
        model.addAttribute("entries", read.entries());
        model.addAttribute("living", livingCards.of(number).orElse(null));
        model.addAttribute("health", healthCards.of(number).orElse(null));
        model.addAttribute("alteration", read.warning(language));
        model.addAttribute(
                "inbound", connection.keys().filter(AgreedKeys::inbound).isPresent());
        model.addAttribute(
                "outbound", connection.keys().filter(AgreedKeys::outbound).isPresent());
        model.addAttribute("company", companyOf(connection));
        Heard heard = inquiries.heard(number).orElse(null);
        model.addAttribute("heard", heard);
        model.addAttribute("unconfirmed", ConnectionInWords.unconfirmed(connection.snapshot(), heard));
        questions.watched(ConnectionSide.CONSUMER, number);
        model.addAttribute("pin", Thumbprints.grouped(connection.invitation().pin()));
        model.addAttribute(
                "thumbprint",
                Thumbprints.grouped(keys.ofRecord(connection.number()).thumbprint()));
        return "consumer/connection";
    }

    /** Redirects to the connection's page if it can no longer be cancelled; otherwise asks for confirmation. */
    @GetMapping("/{number}/cancel")
    String confirmCancellation(@PathVariable String number, Model model) {
        ProviderConnection connection = shown.find(number);
        model.addAttribute("connection", connection);
        return connection.state().ended() && !connection.snapshot().lost()
                ? "redirect:/connections/" + number
                : "consumer/cancel";
    }

    private String companyOf(ProviderConnection connection) {
        String id = connection.snapshot().company();
        return id == null ? "" : directory.company(id).map(Company::name).orElse(id);
    }
}
