package org.contractethics.report.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param committeeChair account name of the chair of the board committee; nobody signs reports while it is empty */
@ConfigurationProperties("contract-ethics.reports")
record ReportProperties(@DefaultValue("") String committeeChair) {}
