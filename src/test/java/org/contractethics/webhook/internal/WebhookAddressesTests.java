package org.contractethics.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressesTests {

    private final WebhookAddresses production = new WebhookAddresses(new WebhookSettings("", false, false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1"
            })
    void what_is_not_public_is_refused(String address) throws UnknownHostException {
        assertThat(InetAddress.getAllByName(address)).noneMatch(WebhookAddresses::isPublic);
        assertThatThrownBy(() -> production.resolve(address)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
    void what_is_public_is_allowed(String address) throws UnknownHostException {
        assertThat(InetAddress.getAllByName(address)).allMatch(WebhookAddresses::isPublic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "contracts",
                "http://1.1.1.1/hooks",
                "ftp://1.1.1.1/",
                "file:///etc/passwd",
                "https:///hooks",
                "https://user:secret@1.1.1.1/",
                "https://1.1.1.1/#part",
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://1.1.1.1/ space",
                "https://a_b.invalid/",
                "https://1.1.1.1:0/",
                "https://1.1.1.1:65536/"
            })
    void an_address_that_leads_inside_or_is_none_is_refused_with_a_sentence(String url) {
        assertThat(production.objection(url)).get().asString().endsWith(".");
    }

    @Test
    void a_public_address_over_https_is_taken() {
        assertThat(production.objection("https://1.1.1.1:8443/hooks?contract=1"))
                .isEmpty();
    }

    @Test
    void settings_for_one_machine_allow_more() {
        WebhookAddresses local = new WebhookAddresses(new WebhookSettings("", true, true));

        assertThat(local.objection("http://127.0.0.1:9000/hooks")).isEmpty();
    }
}
