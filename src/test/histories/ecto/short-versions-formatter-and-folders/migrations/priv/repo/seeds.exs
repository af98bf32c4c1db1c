Shop.Repo.insert!(%Shop.Customer{email: "somebody@example.org"})
