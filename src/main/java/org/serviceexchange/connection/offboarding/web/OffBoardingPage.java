package org.serviceexchange.connection.offboarding.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionAct;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.PagePaths;
import org.serviceexchange.connection.offboarding.OffBoardConnection;
import org.serviceexchange.connection.offboarding.OffBoardedRecords;
import org.serviceexchange.connection.offboarding.OffBoardingOrder;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows what off-boarding takes away on both sides, asks for the reason, and off-boards. */
@Controller
@RequestMapping("/off-boarding/{side:provider|consumer}/{number}")
class OffBoardingPage {

    private final List<OffBoardedRecords> sides;
    private final OffBoardConnection offBoardConnection;

    OffBoardingPage(List<OffBoardedRecords> sides, OffBoardConnection offBoardConnection) {
        this.sides = sides;
        this.offBoardConnection = offBoardConnection;
    }

    /** Redirects to the record's page if it has no live connection, or none any more. */
    @GetMapping
    ModelAndView ask(@PathVariable String side, @PathVariable String number) {
        ConnectionSide own = side(side);
        return peer(own, number)
                .map(peer -> page(own, number, peer))
                .orElseGet(() -> new ModelAndView("redirect:" + PagePaths.record(own, number)));
    }

    @PostMapping
    ModelAndView offBoard(
            @PathVariable String side,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Authentication user,
            Locale language) {
        ConnectionSide own = side(side);
        Optional<String> peer = peer(own, number);
        try {
            offBoardConnection.offBoard(own, number, user.getName(), new OffBoardingOrder(reason));
        } catch (Problem refused) {
            ModelAndView again = page(own, number, peer.orElseThrow(() -> refused))
                    .addObject("reason", reason)
                    .addObject(RefusedEntry.NAME, RefusedEntry.of(refused, language));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        return new ModelAndView("redirect:" + PagePaths.record(own, number));
    }

    private Optional<String> peer(ConnectionSide side, String number) {
        return sides.stream().filter(known -> known.side() == side).findFirst().flatMap(known -> known.peer(number));
    }

    private static ModelAndView page(ConnectionSide side, String number, String peer) {
        return new ModelAndView("connection/off-board")
                .addObject("number", number)
                .addObject("peer", peer)
                .addObject("own", side.name())
                .addObject("record", PagePaths.record(side, number));
    }

    private static ConnectionSide side(String name) {
        return ConnectionSide.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Who may open it, and where it stands in the list of a connection's page. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess offBoardingAccess() {
            return PageAccess.anyOf("/off-boarding/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
        }

        @Bean
        ConnectionAct offBoardingAct() {
            return new ConnectionAct(900, "off-board", "offboarding.step", "offboarding.step.what", Access::path);
        }

        private static String path(LivingConnection connection) {
            return "/off-boarding/" + connection.side().name().toLowerCase(Locale.ROOT) + "/" + connection.subject();
        }
    }
}
