package jp.meguri.notifications;

import jp.meguri.test.ServiceRules;
import org.junit.jupiter.api.Test;

class NotificationServiceRulesTest {

	@Test
	void structure() {
		ServiceRules.of("jp.meguri.notifications")
			.mayBlock("MailSending", "Reminders")
			.domainTypes("Ladder", "Derivation", "Deadline", "Turn", "WorkItem", "Facts", "NoticeDraft")
			.check();
	}

}
