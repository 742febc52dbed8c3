using UserImport.Columns;

namespace UserImport.Tests.Columns;

/// <summary>The one table of what users have.</summary>
public class UserFieldsTests
{
    private static readonly UserRecord Ann = Build.User("1", null, "8") with { Version = "3" };

    private static readonly UserRecord Other = new()
    {
        EmployeeNumber = "2", FirstName = "Bo", Prefix = "van", LastName = "Roe", Email = "bo@example.nl", Company = "Acme", Department = "Sales",
        Functions = ["Nurse"], CostCenter = "9", Active = false, Language = "en", Teams = ["Blue", "Red"], Managers = [Build.Reference("9")],
    };

    [Fact]
    public void Every_column_has_a_field_in_the_order_of_the_columns() =>
        UserFields.All.Select(field => field.Column).Should().Equal(UserColumns.All);

    [Fact]
    public void A_field_takes_a_value_from_one_user_to_another_and_nothing_else()
    {
        foreach (var field in UserFields.All.Where(field => field is not WishField))
        {
            var taken = field.Take(Ann, Other);

            field.AreEqual(field.ValueOf(taken), field.ValueOf(Other)).Should().BeTrue();
            field.AreEqual(field.ValueOf(taken), field.ValueOf(Ann)).Should().BeFalse();
            UserFields.All.Where(one => one != field).Should().OnlyContain(one => one.AreEqual(one.ValueOf(taken), one.ValueOf(Ann)));
            field.Take(taken, Ann).Should().Be(Ann);
        }
    }

    [Fact]
    public void Many_values_at_once_are_the_same_as_one_after_the_other()
    {
        foreach (var left in UserFields.All.Prepend(null))
        {
            var (values, expected) = (new UserValues(UserFields.All.Count), Ann with { Version = null });
            foreach (var field in UserFields.All.Where(field => field != left && field is not WishField))
            {
                values[field.Column] = field.ValueOf(Other);
                expected = field.Take(expected, Other);
            }

            UserFields.With(Ann, values).Should().Be(expected);
        }
    }

    [Fact]
    public void Lock_and_version_are_those_of_the_new_state_alone()
    {
        var user = UserFields.With(Ann with { Locked = "payroll" }, new UserValues(UserFields.All.Count), null, "4");

        (user.Locked, user.Version).Should().Be((null, "4"));
    }

    [Fact]
    public void A_wish_for_one_import_is_no_value_of_a_user()
    {
        var wish = UserFields.Of(UserColumns.SendInvitation);

        wish.With(Ann, true).Should().BeSameAs(Ann);
        wish.AreSame(true, false).Should().BeTrue();
    }
}
