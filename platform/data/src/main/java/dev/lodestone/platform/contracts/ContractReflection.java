package dev.lodestone.platform.contracts;

import dev.lodestone.events.Money;
import dev.lodestone.events.behaviours.BehaviourRecorded;
import dev.lodestone.events.community.CheckedIn;
import dev.lodestone.events.community.PostCommented;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderItem;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.points.PointsExpiring;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.events.recall.OfferAccepted;
import dev.lodestone.events.recall.OfferMade;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.events.tiers.MemberEnrolled;
import dev.lodestone.events.tiers.Shortfall;
import dev.lodestone.platform.cloudevents.Wire;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Registers the contract records for JSON in a native executable; the contracts themselves use no framework. */
@RegisterForReflection(
        targets = {
            Wire.class,
            Money.class,
            BehaviourRecorded.class,
            CheckedIn.class,
            PostCommented.class,
            PostPublished.class,
            MemberProfile.class,
            MemberRegistered.class,
            MemberUpdated.class,
            OrderCancelled.class,
            OrderCompleted.class,
            OrderItem.class,
            OrderPaid.class,
            OrderRefunded.class,
            PointsExpiring.class,
            PointsPosted.class,
            PostingKind.class,
            OfferAccepted.class,
            OfferMade.class,
            LevelChanged.class,
            LossComing.class,
            MemberEnrolled.class,
            Shortfall.class
        })
final class ContractReflection {}
