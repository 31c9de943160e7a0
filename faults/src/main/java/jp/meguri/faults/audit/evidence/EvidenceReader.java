package jp.meguri.faults.audit.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;

import jp.meguri.faults.fault.FaultRun;
import jp.meguri.faults.load.ClientLog;
import jp.meguri.faults.platform.RunFile;
import jp.meguri.faults.platform.Way;

/**
 * Reads everything, once it is quiet.
 *
 * @param home the run's directory
 * @param run the platform
 */
public record EvidenceReader(Path home, RunFile run) {

	public Evidence read() throws IOException, SQLException {
		var services = new Services(this.run);
		var kafka = this.run.end(Way.KAFKA).orElseThrow();
		var topics = new Topics(kafka.getHostString() + ":" + kafka.getPort());
		var waiting = new ArrayList<>(services.parked());
		waiting.addAll(topics.deadLetters());
		waiting.addAll(services.endsMissed());
		return new Evidence(LoggedWrite.of(ClientLog.read(this.home.resolve("client.log"))),
				FaultRun.read(this.home.resolve("faults.log")), services.events(), services.audited(),
				services.remembered(), services.consumed(), waiting, services.stored(), services.comments(),
				services.copied(), services.opened(), services.notices(), services.mails(), services.holders(),
				topics.announced(), new MailSink(this.run.data().resolve("mail")).letters());
	}

}
