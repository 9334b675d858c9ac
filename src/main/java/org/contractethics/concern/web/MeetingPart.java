package org.contractethics.concern.web;

import java.util.Map;
import java.util.TreeMap;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.ReadingConcerns.View;
import org.contractethics.concern.internal.meeting.MeetingAct;
import org.contractethics.concern.internal.meeting.Meetings;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Meetings on the page of a concern: its filer asks for one, whoever handles it offers one and notes what became of it. */
@Component
class MeetingPart implements HandlingPage.PagePart {

    private static final Map<String, String> BECAME =
            Map.of(MeetingAct.HELD.name(), "It was held", MeetingAct.DECLINED.name(), "It was declined");

    private final Meetings meetings;

    MeetingPart(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void show(View view, Actor viewer, Map<String, Object> model) {
        Concern concern = view.concern();
        boolean handles = view.handling() && concern.acknowledgedOn() != null;
        model.put("meetings", meetings.of(concern, viewer));
        model.put("mayAskMeeting", !view.handling() && meetings.isPossible(concern, MeetingAct.ASKED));
        model.put("mayOfferMeeting", handles && meetings.isPossible(concern, MeetingAct.OFFERED));
        model.put("mayNoteMeeting", handles && meetings.isPossible(concern, MeetingAct.HELD));
        model.put("meetingBecame", new TreeMap<>(BECAME).descendingMap());
    }
}
