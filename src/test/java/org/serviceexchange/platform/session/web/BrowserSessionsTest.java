package org.serviceexchange.platform.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InstanceTest
class BrowserSessionsTest {

    @Autowired
    JdbcClient jdbc;

    private final TestBrowser browser;

    BrowserSessionsTest(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void forget() {
        jdbc.sql("delete from browser_session").update();
    }

    @Test
    void standInTheDatabaseForThoseWhoAreLoggedInOnly() {
        for (String path : List.of("/", "/login", "/no-such-page", "/style.css", "/camunda/app/tasklist/", "/setup")) {
            browser.get(path);
        }
        browser.logIn(TestUsers.ADMIN, "wrong");
        assertThat(rows()).isZero();
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(rows()).isEqualTo(1);
        browser.submit("/account/password", "/logout", Map.of());
        assertThat(rows()).isZero();
    }

    @Test
    void holdNeitherTheIdNorThePersonInClear() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        String cookie = browser.cookie("test-instance-session");
        assertThat(cookie).hasSize(43);
        List<String> kept = jdbc.sql(
                        "select s.id || ' ' || rawtohex(v.sealed) from browser_session s join browser_session_value v on v.session_id = s.id")
                .query(String.class)
                .list();
        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains(cookie)).noneMatch(row -> row.contains("aced0005"));
    }

    @Test
    void thatAnotherVersionWroteAreNoErrorPage() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        jdbc.sql("update browser_session_value set sealed = ?")
                .param(new byte[40])
                .update();
        assertThat(browser.get("/style.css").statusCode()).isEqualTo(200);
        HttpResponse<String> page = browser.get("/companies");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(browser.get("/login").statusCode()).isEqualTo(200);
        assertThat(browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/companies");
        assertThat(browser.get("/companies").statusCode()).isEqualTo(200);
    }

    private int rows() {
        return jdbc.sql("select count(*) from browser_session")
                .query(Integer.class)
                .single();
    }
}
