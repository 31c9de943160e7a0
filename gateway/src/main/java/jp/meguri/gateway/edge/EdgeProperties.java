package jp.meguri.gateway.edge;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the gateway accepts from outside.
 *
 * @param publicUrl the address people use, e.g. {@code https://meguri.example.lg.jp};
 * unset: the address of the request
 * @param hosts host names answered to besides that of {@code publicUrl}
 * @param textSize largest body of an ordinary request
 * @param importSize largest body of an import (取込)
 * @param sessionRate requests per second one session may keep up
 * @param sessionBurst requests one session may send at once
 * @param addressRate requests per second of one network address without a session
 * @param addressBurst requests at once of one network address without a session
 * @param atOnce requests on their way at once, of everybody
 * @param textTime longest time an ordinary body may take to arrive
 * @param importTime longest time an import may take to arrive
 */
@ConfigurationProperties("meguri.gateway")
public record EdgeProperties(@Nullable URI publicUrl, @DefaultValue( {
		"localhost", "127.0.0.1", "[::1]" }) Set<String> hosts, @DefaultValue("5MB") DataSize textSize,
		@DefaultValue("20MB") DataSize importSize, @DefaultValue("50") int sessionRate,
		@DefaultValue("200") int sessionBurst, @DefaultValue("200") int addressRate,
		@DefaultValue("1000") int addressBurst, @DefaultValue("400") int atOnce, @DefaultValue("8s") Duration textTime,
		@DefaultValue("50s") Duration importTime){

	boolean answersTo(String host) {
		return this.hosts.contains(host) || (this.publicUrl != null && host.equalsIgnoreCase(this.publicUrl.getHost()));
	}

	boolean isHttps() {
		return this.publicUrl != null && "https".equals(this.publicUrl.getScheme());
	}

}
